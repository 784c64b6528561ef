package store

func workLimited(path string, w *worker) error { return nil }
