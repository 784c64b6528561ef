module tachiba

go 1.26.0
