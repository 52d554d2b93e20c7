// order PORT CLIENTS: sends the orders on standard input, a signed form on each line, and prints orders
// per second.
//
// Each client has a TLS connection of its own and sends one order after the other, as pgbench does; and
// as pgbench's, its time begins when all are connected. An answer whose code is not 0 ends the run.
#include "client.h"

#include <openssl/ssl.h>
#include <pthread.h>

static char **orders;
static long count, clients;
static int port;
static SSL_CTX *tls;
static pthread_barrier_t ready;

static void read_orders(void) {
  char *line = NULL;
  size_t room = 0;
  for (ssize_t length; (length = getline(&line, &room, stdin)) > 0; line = NULL, room = 0) {
    if (line[length - 1] == '\n') line[length - 1] = 0;
    orders = realloc(orders, (size_t)(count + 1) * sizeof *orders);
    orders[count++] = line;
  }
}

static SSL *connected(void) {
  SSL *session = SSL_new(tls);
  SSL_set_tlsext_host_name(session, "localhost");
  SSL_set_fd(session, connected_to(port));
  if (SSL_connect(session) != 1) give_up("no TLS");
  return session;
}

// Sends an order and receives the whole answer.
static void ask(SSL *session, const char *order) {
  char buffer[32768];
  int length = snprintf(buffer, sizeof buffer,
                        "POST /api/SynLeaseOrder HTTP/1.1\r\nHost: localhost\r\n"
                        "Content-Type: application/x-www-form-urlencoded\r\n"
                        "Content-Length: %zu\r\n\r\n%s",
                        strlen(order), order);
  if (length >= (int)sizeof buffer) give_up("an order is too long");
  if (SSL_write(session, buffer, length) != length) give_up("cannot write");
  size_t used = 0, wanted = 0;
  while (wanted == 0 || used < wanted) {
    int got = SSL_read(session, buffer + used, (int)(sizeof buffer - 1 - used));
    if (got <= 0) give_up("the connection ended");
    used += (size_t)got;
    buffer[used] = 0;
    wanted = whole_answer(buffer);
  }
  expect_success(buffer);
}

static void *client(void *number) {
  SSL *session = connected();
  pthread_barrier_wait(&ready);
  for (long n = (long)number; n < count; n += clients) ask(session, orders[n]);
  return NULL;
}

int main(int argc, char **words) {
  if (argc != 3) give_up("usage: order PORT CLIENTS <ORDERS");
  port = atoi(words[1]);
  clients = atol(words[2]);
  read_orders();
  tls = SSL_CTX_new(TLS_client_method());
  pthread_barrier_init(&ready, NULL, (unsigned)clients + 1);
  pthread_t threads[64];
  for (long n = 0; n < clients; n++) pthread_create(&threads[n], NULL, client, (void *)n);
  struct timespec begin, end;
  pthread_barrier_wait(&ready);
  clock_gettime(CLOCK_MONOTONIC, &begin);
  for (long n = 0; n < clients; n++) pthread_join(threads[n], NULL);
  clock_gettime(CLOCK_MONOTONIC, &end);
  printf("%.1f\n", (double)count / seconds_between(begin, end));
  return 0;
}
