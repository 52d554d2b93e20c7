// constant: the ceiling of the transport. libfcgi alone, one thread, the answers read from
// GATEHOUSE_PEER at the start: DIRECTORY/enter.json and so on.
#include <fcgiapp.h>
#include <stdio.h>

#include "peer.h"

int main(void) {
  const char *directory = getenv("GATEHOUSE_PEER");
  char *bodies[POLLS];
  size_t lengths[POLLS];
  for (int poll = 0; poll < POLLS; poll++)
    bodies[poll] = file_of(directory, poll, "json", &lengths[poll]);

  FCGX_Request request;
  if (FCGX_Init() != 0 || FCGX_InitRequest(&request, 0, 0) != 0) return 1;
  while (FCGX_Accept_r(&request) == 0) {
    enum poll poll = poll_of(&request);
    if (poll == POLLS)
      answer(&request, "{}", 2);
    else
      answer(&request, bodies[poll], lengths[poll]);
  }
  return 0;
}
