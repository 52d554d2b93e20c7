// What both peers share: which poll a request is, and the head of the answer, the same as the
// worker's.
#ifndef PEER_H
#define PEER_H

#include <fcgiapp.h>
#include <stdlib.h>
#include <string.h>

enum poll { ENTER, EXIT, UNFEE, PARK, POLLS };

// The names of the polls' files: PARK.sql holds the statement, PARK.json the answer.
static const char *const poll_names[POLLS] = {"enter", "exit", "unfee", "park-info-query"};

// The poll that the last word of the path names; POLLS for none.
static enum poll poll_of(const FCGX_Request *request) {
  const char *path = FCGX_GetParam("REQUEST_URI", request->envp);
  if (path == NULL) return POLLS;
  size_t length = strcspn(path, "?");
  for (int poll = 0; poll < POLLS; poll++) {
    size_t word = strlen(poll_names[poll]);
    if (length > word && path[length - word - 1] == '/' &&
        strncmp(path + length - word, poll_names[poll], word) == 0)
      return poll;
  }
  return POLLS;
}

static void answer(FCGX_Request *request, const char *body, size_t length) {
  FCGX_FPrintF(request->out,
               "Status: 200 OK\r\nContent-Type: application/json; charset=utf-8\r\n"
               "Cache-Control: no-store\r\nContent-Length: %d\r\n\r\n",
               (int)length);
  FCGX_PutStr(body, (int)length, request->out);
  FCGX_Finish_r(request);
}

// The bytes of DIRECTORY/NAME.EXTENSION, ended by a NUL; the process ends when it cannot be read.
static char *file_of(const char *directory, enum poll poll, const char *extension, size_t *length) {
  char path[4096];
  snprintf(path, sizeof path, "%s/%s.%s", directory, poll_names[poll], extension);
  FILE *file = fopen(path, "rb");
  if (file == NULL) {
    fprintf(stderr, "cannot read %s\n", path);
    exit(1);
  }
  char *bytes = malloc(1 << 20);
  *length = fread(bytes, 1, (1 << 20) - 1, file);
  bytes[*length] = 0;
  fclose(file);
  return bytes;
}

#endif
