// The FastCGI responder interface of libfcgi 2.4, and nothing else of it.
#include <fcgiapp.h>

// A signal in the middle of a body makes libfcgi cut the body without an error, so the worker reads
// its signals from a descriptor. Swift's Glibc module leaves this header out.
#include <sys/signalfd.h>

// A connection should wake one worker of those that share the socket, which poll cannot do.
#include <sys/epoll.h>
