package actor

func (r *reader) nominals() {}
