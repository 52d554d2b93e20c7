# Gatehouse's commands. The two that matter: make run, make test.

.DEFAULT_GOAL := help
.PHONY: help run test build images server bench bench-large fuzz format lint clean

help: ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)
	@echo
	@echo "  GATEHOUSE_STATE       where the database and everything else is kept (.gatehouse)"
	@echo "  GATEHOUSE_HTTP_PORT   plain HTTP (8080)       GATEHOUSE_HTTPS_PORT  HTTPS (8443)"
	@echo "  GATEHOUSE_WORKERS     how many (4)            GATEHOUSE_SIMULATE=0  no simulated cars"

run: ## install, build and run everything with demo data; Ctrl-C stops it
	@scripts/run

test: ## install, build and run every test
	@scripts/test

build: ## install what building needs and compile for release
	@scripts/prepare
	@scripts/build release

images: ## build the images of docker/, print their sizes, and drive a car through them
	@scripts/images

server: ## boot a Debian with systemd and follow docs/operations.md on it (as root, after make build)
	@scripts/server

bench: ## measure against the peers in Benchmarks/ (5 minutes)
	@scripts/bench

bench-large: ## polls and reports at 0.1, 1, 10 and 50 million stays, as far as the disk has room
	@scripts/bench large

fuzz: ## random stays under tariffs, then every camera's decoder; or WHAT=stays|devices, N of them or seconds
	@scripts/fuzz $(WHAT) $(N)

format: ## format the Swift sources in place
	@swift format --in-place --parallel --recursive Package.swift Sources Tests Benchmarks

lint: ## check the form of Swift and shell sources
	@scripts/prepare
	@scripts/lint

clean: ## remove what was built; the data in .gatehouse stays
	@rm -rf .build
