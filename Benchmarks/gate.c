// gate PORT enter|exit CLIENTS VEHICLES FIRST: drives vehicles through Gatehouse as cameras and
// attendants do, and prints vehicles per second.
//
// Each client is a connection and a booth of its own (bench-in-1, bench-out-1 and so on) and sends
// one request after the other. Its vehicles are numbered from FIRST, which has five digits. An
// entry is a camera's push. An exit is a push and the press that takes 7 yuan for a stay of
// exits.sql. An answer whose code is not 0 ends the run.
#include "client.h"

#include <pthread.h>

static int port, vehicles, exits;
static long first;

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
    wanted = whole_answer(buffer);
  }
  expect_success(buffer);
}

static void *client(void *number) {
  long client = (long)number;
  int connection = connected_to(port);
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
  printf("%.1f\n", clients * vehicles / seconds_between(begin, end));
  return 0;
}
