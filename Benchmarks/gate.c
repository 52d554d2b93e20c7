#define _GNU_SOURCE
// gate PORT enter|exit CLIENTS VEHICLES FIRST: drives vehicles through Gatehouse as cameras and
// attendants do, and prints vehicles per second.
//
// Each client is a connection and a booth of its own (bench-in-1, bench-out-1 and so on) and sends
// one request after the other. Its vehicles are numbered from FIRST, which has five digits. An
// entry is a camera's push. An exit is a push and the press that takes 7 yuan for a stay of
// exits.sql. An answer whose code is not 0 ends the run.
#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

static int port, vehicles, exits;
static long first;

static void give_up(const char *why) {
  fprintf(stderr, "gate: %s\n", why);
  exit(1);
}

static int connected(void) {
  struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons((uint16_t)port)};
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  int one = 1, connection = socket(AF_INET, SOCK_STREAM, 0);
  if (connect(connection, (struct sockaddr *)&address, sizeof address) != 0) give_up("no server");
  setsockopt(connection, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
  return connection;
}

// Sends a request and receives the whole answer.
static void ask(int connection, const char *path, const char *type, const char *body) {
  char buffer[16384];
  int length = snprintf(buffer, sizeof buffer,
                        "POST %s HTTP/1.1\r\nHost: localhost\r\nContent-Type: %s\r\n"
                        "Content-Length: %zu\r\n\r\n%s",
                        path, type, strlen(body), body);
  if (write(connection, buffer, (size_t)length) != length) give_up("cannot write");
  size_t used = 0, wanted = 0;
  while (wanted == 0 || used < wanted) {
    ssize_t count = read(connection, buffer + used, sizeof buffer - 1 - used);
    if (count <= 0) give_up("the connection ended");
    used += (size_t)count;
    buffer[used] = 0;
    const char *end = strstr(buffer, "\r\n\r\n"), *size = strcasestr(buffer, "\r\ncontent-length:");
    if (end != NULL && size == NULL) give_up(buffer);
    if (end != NULL) wanted = (size_t)(end + 4 - buffer) + (size_t)atol(size + 17);
  }
  if (strstr(buffer, "{\"code\":0,") == NULL) give_up(buffer);
}

static void *client(void *number) {
  long client = (long)number;
  int connection = connected();
  char camera[80], body[256];
  snprintf(camera, sizeof camera, "/device/v1/generic/bench-%s-%ld-camera", exits ? "out" : "in",
           client + 1);
  for (long n = first; n < first + vehicles; n++) {
    char plate = (char)('A' + client);
    snprintf(body, sizeof body, "{\"event_id\":\"%s-%c%ld\",\"plate\":\"苏%c%c%ld\"}",
             exits ? "out" : "in", plate, n, plate, exits ? 'F' : 'D', n);
    ask(connection, camera, "application/json", body);
    if (!exits) continue;
    snprintf(body, sizeof body,
             "_id=bench-out-%ld&car_park_records_id=%ld&manual=0&total_amount=700&coupon_amount=0",
             client + 1, 6000000000 + client * 100000 + n);
    ask(connection, "/park/v1/sentrybox/leave/permit-through", "application/x-www-form-urlencoded",
        body);
  }
  close(connection);
  return NULL;
}

int main(int count, char **words) {
  if (count != 6) give_up("usage: gate PORT enter|exit CLIENTS VEHICLES FIRST");
  port = atoi(words[1]);
  exits = strcmp(words[2], "exit") == 0;
  vehicles = atoi(words[4]);
  first = atol(words[5]);
  pthread_t threads[64];
  int clients = atoi(words[3]);
  struct timespec begin, end;
  clock_gettime(CLOCK_MONOTONIC, &begin);
  for (long n = 0; n < clients; n++) pthread_create(&threads[n], NULL, client, (void *)n);
  for (int n = 0; n < clients; n++) pthread_join(threads[n], NULL);
  clock_gettime(CLOCK_MONOTONIC, &end);
  double seconds = (double)(end.tv_sec - begin.tv_sec) + (double)(end.tv_nsec - begin.tv_nsec) / 1e9;
  printf("%.1f\n", clients * vehicles / seconds);
  return 0;
}
