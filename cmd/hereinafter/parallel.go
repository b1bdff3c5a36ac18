package main

// inOrder calls work for each of the names, for n of them at a time, and passes
// the results to done one by one in the order of the names. No more than 2n
// results wait for their turn. It stops at the first error of done, after the
// work that was begun.
func inOrder[T any](names []string, n int, work func(name string) T, done func(T) error) error {
	n = max(1, n)
	results := make(chan chan T, n) // one for each name, in order
	stop := make(chan struct{})
	go func() {
		defer close(results)
		busy := make(chan struct{}, n)
		for _, name := range names {
			result := make(chan T, 1)
			select {
			case busy <- struct{}{}:
			case <-stop:
				return
			}
			select {
			case results <- result:
			case <-stop:
				return
			}
			go func() {
				result <- work(name)
				<-busy
			}()
		}
	}()
	for result := range results {
		if err := done(<-result); err != nil {
			close(stop)
			return err
		}
	}
	return nil
}
