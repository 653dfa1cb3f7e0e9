package actor

func (r *reader) pronouns() {}
