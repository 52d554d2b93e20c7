// The FastCGI responder interface of libfcgi 2.4, and nothing else of it.
#include <fcgiapp.h>
