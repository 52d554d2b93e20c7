#define _GNU_SOURCE
// order PORT CLIENTS: sends the orders on standard input, a signed form on each line, and prints orders
// per second.
//
// Each client has a TLS connection of its own and sends one order after the other, as pgbench does; and
// as pgbench's, its time begins when all are connected. An answer whose code is not 0 ends the run.
#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <openssl/ssl.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

static char **orders;
static long count, clients;
static int port;
static SSL_CTX *tls;
static pthread_barrier_t ready;

static void give_up(const char *why) {
  fprintf(stderr, "order: %s\n", why);
  exit(1);
}

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
  struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons((uint16_t)port)};
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  int one = 1, connection = socket(AF_INET, SOCK_STREAM, 0);
  if (connect(connection, (struct sockaddr *)&address, sizeof address) != 0) give_up("no server");
  setsockopt(connection, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
  SSL *session = SSL_new(tls);
  SSL_set_tlsext_host_name(session, "localhost");
  SSL_set_fd(session, connection);
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
    const char *end = strstr(buffer, "\r\n\r\n"), *size = strcasestr(buffer, "\r\ncontent-length:");
    if (end != NULL && size == NULL) give_up(buffer);
    if (end != NULL) wanted = (size_t)(end + 4 - buffer) + (size_t)atol(size + 17);
  }
  if (strstr(buffer, "{\"code\":0,") == NULL) give_up(buffer);
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
  double seconds = (double)(end.tv_sec - begin.tv_sec) + (double)(end.tv_nsec - begin.tv_nsec) / 1e9;
  printf("%.1f\n", (double)count / seconds);
  return 0;
}
