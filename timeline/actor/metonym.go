package actor

func (r *reader) metonyms() {}
