print("gatehouse-worker")
