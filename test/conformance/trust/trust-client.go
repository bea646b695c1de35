package main

import (
	"fmt"
	"net/http"
	"os"
)

func main() {
	for _, url := range os.Args[1:] {
		if _, err := http.Get(url); err != nil {
			fmt.Fprintln(os.Stderr, err)
		}
	}
}
