// What the clients that drive Gatehouse share. Include it first: it asks for GNU's names.
#ifndef CLIENT_H
#define CLIENT_H

#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>
#include <netinet/tcp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

static void give_up(const char *why) {
  fprintf(stderr, "%s: %s\n", program_invocation_short_name, why);
  exit(1);
}

// A connection to a port of this machine.
static int connected_to(int port) {
  struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons((uint16_t)port)};
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  int one = 1, connection = socket(AF_INET, SOCK_STREAM, 0);
  if (connect(connection, (struct sockaddr *)&address, sizeof address) != 0) give_up("no server");
  setsockopt(connection, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
  return connection;
}

// How many bytes an answer has with its head; 0 while that is not whole.
static size_t whole_answer(const char *answer) {
  const char *end = strstr(answer, "\r\n\r\n"), *size = strcasestr(answer, "\r\ncontent-length:");
  if (end == NULL) return 0;
  if (size == NULL) give_up(answer);
  return (size_t)(end + 4 - answer) + (size_t)atol(size + 17);
}

// Ends the run unless an answer's code is 0.
static void expect_success(const char *answer) {
  if (strstr(answer, "{\"code\":0,") == NULL) give_up(answer);
}

static double seconds_between(struct timespec begin, struct timespec end) {
  return (double)(end.tv_sec - begin.tv_sec) + (double)(end.tv_nsec - begin.tv_nsec) / 1e9;
}

#endif
