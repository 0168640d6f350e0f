-- name: free
shelf IS NULL
