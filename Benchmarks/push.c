// push PORT RATE SECONDS BYTES FIRST: pushes of Vzenith cameras at four entry lanes, each with two
// pictures of that many bytes and a plate of its own, RATE of them a second. Prints the 99th percentile
// of the time from the moment at which a push was due to the end of its answer, in milliseconds.
//
// The moments are fixed beforehand: a slow answer delays none of the others, and a push that begins
// late because all senders wait counts its waiting. Ends with an error when an answer does not open.
#include <arpa/inet.h>
#include <errno.h>
#include <netinet/tcp.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

enum { SENDERS = 64, LANES = 4 };

static int port, rate, pushes, first;
static size_t picture_length;
static char *picture;
static double start, *took;
static atomic_int next;
static atomic_int failures;

static double now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

static void wait_until(double moment) {
  double seconds = moment - now();
  if (seconds <= 0) return;
  struct timespec time = {(time_t)seconds, (long)((seconds - (double)(time_t)seconds) * 1e9)};
  nanosleep(&time, NULL);
}

static int connected(void) {
  struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons((unsigned short)port)};
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  int socket_ = socket(AF_INET, SOCK_STREAM, 0), on = 1;
  setsockopt(socket_, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
  if (connect(socket_, (struct sockaddr *)&address, sizeof address) == 0) return socket_;
  close(socket_);
  return -1;
}

static int sent(int socket_, const char *bytes, size_t length) {
  while (length > 0) {
    ssize_t count = send(socket_, bytes, length, MSG_NOSIGNAL);
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) return 0;
    bytes += count;
    length -= (size_t)count;
  }
  return 1;
}

// The pictures of a push: the same but for a number, so that none is known already.
static void write_pictures(char *text, int number) {
  for (int kind = 0; kind < 2; kind++) {
    char mark[17];
    snprintf(mark, sizeof mark, "%08d%08d", number, kind);
    text += sprintf(text, "\"%s\":\"", kind == 0 ? "imageFile" : "imageFragmentFile");
    memcpy(text, picture, picture_length);
    memcpy(text + 64, mark, 16);
    text += picture_length;
    text += sprintf(text, "\",");
  }
  *text = 0;
}

static int pushed(int number) {
  static const char letters[] = "ABCDEFGHJKLMNPQRSTUVWXYZ";
  char *body = malloc(picture_length * 2 + 2048), *end = body;
  struct timespec time;
  clock_gettime(CLOCK_REALTIME, &time);
  end += sprintf(end,
                 "{\"AlarmInfoPlate\":{\"serialno\":\"bench\",\"result\":{\"PlateResult\":{"
                 "\"license\":\"苏%c%c%04d\",\"type\":1,\"colorType\":1,\"confidence\":96,"
                 "\"plateid\":%d,\"isoffline\":0,\"triggerType\":8,",
                 letters[number / 240000 % 24], letters[number / 10000 % 24], number % 10000, number);
  // A plate has five characters behind its letter.
  write_pictures(end, number);
  end += strlen(end);
  end += sprintf(end, "\"timeStamp\":{\"Timeval\":{\"sec\":%ld,\"usec\":%ld}}}}}}", (long)time.tv_sec,
                 time.tv_nsec / 1000);
  char head[256], answer[4096];
  int length = snprintf(head, sizeof head,
                        "POST /device/v1/vzenith/bench-in-%d-camera HTTP/1.0\r\nHost: localhost\r\n"
                        "Content-Type: application/json\r\nContent-Length: %zu\r\n\r\n",
                        number % LANES + 1, (size_t)(end - body));
  int socket_ = connected(), good = 0;
  if (socket_ >= 0 && sent(socket_, head, (size_t)length) && sent(socket_, body, (size_t)(end - body))) {
    size_t filled = 0;
    ssize_t count;
    while (filled < sizeof answer - 1 &&
           (count = recv(socket_, answer + filled, sizeof answer - 1 - filled, 0)) > 0)
      filled += (size_t)count;
    answer[filled] = 0;
    good = strstr(answer, "\"info\":\"ok\"") != NULL;
    if (!good && atomic_fetch_add(&failures, 1) == 0) fprintf(stderr, "%s\n", answer);
  }
  if (socket_ >= 0) close(socket_);
  free(body);
  return good;
}

static void *run(void *unused) {
  int index;
  while ((index = atomic_fetch_add(&next, 1)) < pushes) {
    double due = start + (double)index / rate;
    wait_until(due);
    if (!pushed(first + index)) atomic_fetch_add(&failures, 1);
    took[index] = now() - due;
  }
  return unused;
}

static int later(const void *a, const void *b) {
  double x = *(const double *)a, y = *(const double *)b;
  return (x > y) - (x < y);
}

int main(int count, char **words) {
  if (count != 6) {
    fprintf(stderr, "usage: push PORT RATE SECONDS BYTES FIRST\n");
    return 64;
  }
  port = atoi(words[1]);
  rate = atoi(words[2]);
  pushes = rate * atoi(words[3]);
  picture_length = (size_t)atoi(words[4]) / 3 * 4;
  first = atoi(words[5]);
  picture = malloc(picture_length);
  took = malloc(sizeof *took * (size_t)pushes);
  static const char alphabet[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  srand(1);
  for (size_t i = 0; i < picture_length; i++) picture[i] = alphabet[rand() % 64];
  memcpy(picture, "/9j/4AAQ", 8);
  start = now() + 0.1;
  pthread_t senders[SENDERS];
  for (int i = 0; i < SENDERS; i++) pthread_create(&senders[i], NULL, run, NULL);
  for (int i = 0; i < SENDERS; i++) pthread_join(senders[i], NULL);
  qsort(took, (size_t)pushes, sizeof *took, later);
  fprintf(stderr, "p50 %.1f ms, p99 %.1f ms, longest %.1f ms, failed %d of %d\n",
          took[pushes / 2] * 1e3, took[pushes * 99 / 100] * 1e3, took[pushes - 1] * 1e3,
          atomic_load(&failures), pushes);
  printf("%.2f\n", took[pushes * 99 / 100] * 1e3);
  return atomic_load(&failures) != 0;
}
