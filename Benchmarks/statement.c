// statement: what nobody who asks the database each time can beat. libfcgi and libpq, one thread,
// one connection, one prepared statement for each poll: the worker's own, read from GATEHOUSE_PEER
// (DIRECTORY/enter.sql and so on). It lets everybody in, checks nothing and writes the same JSON.
#include <endian.h>
#include <fcgiapp.h>
#include <libpq-fe.h>
#include <stdint.h>
#include <stdio.h>

#include "peer.h"

static char body[1 << 20];
static size_t used;

static void put(const char *text, size_t length) {
  if (length > sizeof body - used) exit(1);
  memcpy(body + used, text, length);
  used += length;
}
static void words(const char *text) { put(text, strlen(text)); }

static void string(const char *text, size_t length) {
  words("\"");
  for (size_t start = 0, end = 0; start < length; start = end) {
    while (end < length && (unsigned char)text[end] >= 0x20 && text[end] != '"' && text[end] != '\\')
      end++;
    put(text + start, end - start);
    if (end == length) break;
    char escape[8];
    snprintf(escape, sizeof escape, "\\u%04x", (unsigned char)text[end++]);
    words(escape);
  }
  words("\"");
}

static void number(int64_t value) {
  char text[24];
  put(text, (size_t)snprintf(text, sizeof text, "%lld", (long long)value));
}

// Values of the binary result.
static PGresult *result;
static int is_null(int row, int column) { return PQgetisnull(result, row, column); }
static int64_t integer(int row, int column) {
  const char *bytes = PQgetvalue(result, row, column);
  int length = PQgetlength(result, row, column);
  uint64_t eight = 0;
  uint32_t four = 0;
  uint16_t two = 0;
  if (length == 8) return (memcpy(&eight, bytes, 8), (int64_t)be64toh(eight));
  if (length == 4) return (memcpy(&four, bytes, 4), (int32_t)be32toh(four));
  if (length == 2) return (memcpy(&two, bytes, 2), (int16_t)be16toh(two));
  return bytes[0];
}
static void text(int row, int column) {
  string(PQgetvalue(result, row, column), (size_t)PQgetlength(result, row, column));
}
static void quoted(int64_t value) { words("\""), number(value), words("\""); }

static void two_digits(char *to, int64_t value) {
  to[0] = (char)('0' + value / 10);
  to[1] = (char)('0' + value % 10);
}

// A time on the clocks of China, whose offset has been +8 h since 1991.
static void clock_time(int row, int column) {
  if (is_null(row, column)) return words("\"\"");
  int64_t seconds = integer(row, column) / 1000000 + 946684800 + 8 * 3600;
  int64_t day = seconds / 86400 + 719468, rest = seconds % 86400;
  int64_t era = day / 146097, of_era = day % 146097;
  int64_t year = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
  int64_t of_year = of_era - (365 * year + year / 4 - year / 100);
  int64_t month = (5 * of_year + 2) / 153, of_month = of_year - (153 * month + 2) / 5 + 1;
  month += month < 10 ? 3 : -9;
  year += era * 400 + (month <= 2);
  char text[] = "\"0000-00-00 00:00:00\"";
  two_digits(text + 1, year / 100), two_digits(text + 3, year % 100);
  two_digits(text + 6, month), two_digits(text + 9, of_month);
  two_digits(text + 12, rest / 3600), two_digits(text + 15, rest / 60 % 60);
  two_digits(text + 18, rest % 60);
  put(text, sizeof text - 1);
}

static void enter_lines(void) {
  words("{\"enter_records\":[");
  for (int row = 0; row < PQntuples(result); row++) {
    words(row == 0 ? "{\"license\":" : ",{\"license\":"), text(row, 1);
    words(",\"enter_time\":"), clock_time(row, 2);
    words(",\"car_fee_type\":"), number(integer(row, 3));
    words(",\"enter_flag\":"), number(integer(row, 4));
    words(",\"need_register\":"), number(integer(row, 5));
    words(",\"capture_id\":"), quoted(integer(row, 0));
    words(",\"barrier\":"), text(row, 6), words("}");
  }
  words("]}");
}

static void exit_lines(void) {
  words("{\"exit_records\":[");
  for (int row = 0; row < PQntuples(result); row++) {
    words(row == 0 ? "{\"license\":" : ",{\"license\":"), text(row, 1);
    words(",\"enter_time\":"), clock_time(row, 2);
    words(",\"leave_time\":"), clock_time(row, 3);
    words(",\"pay_status\":"), number(integer(row, 4));
    words(",\"car_fee_type\":"), number(integer(row, 5));
    words(",\"capture_id\":"), quoted(integer(row, 0));
    words(",\"barrier\":"), text(row, 6), words("}");
  }
  words("]}");
}

// Stays of the benchmark have no picture, and their fee is known.
static void due(void) {
  if (PQntuples(result) == 0)
    return words("{\"has\":0,\"_id\":\"\",\"license\":\"\",\"park_minutes\":0,\"enter_time\":\"\","
                 "\"leave_time\":\"\",\"enter_car_image_url\":\"\",\"total_amount\":0}");
  words("{\"has\":1,\"_id\":"), quoted(integer(0, 0));
  words(",\"license\":"), text(0, 1);
  words(",\"park_minutes\":");
  number(is_null(0, 2) ? 0 : (integer(0, 3) - integer(0, 2)) / 1000000 / 60);
  words(",\"enter_time\":"), clock_time(0, 2);
  words(",\"leave_time\":"), clock_time(0, 3);
  words(",\"enter_car_image_url\":\"\",\"total_amount\":"), number(integer(0, 4)), words("}");
}

// What the worker keeps in memory of the park that GATEHOUSE_PARK names.
static char park_name[256];
static size_t park_name_length;
static int64_t places;

static void figures(void) {
  int64_t free = places - integer(0, 0);
  words("{\"park_name\":"), string(park_name, park_name_length);
  words(",\"total_car_port\":"), number(places);
  words(",\"remain_car_port\":"), number(free < 0 ? 0 : free);
  words(",\"temp_car_total\":"), number(integer(0, 1)), words("}");
}

static void (*const data_of[POLLS])(void) = {enter_lines, exit_lines, due, figures};
static const int parameters_of[POLLS] = {3, 3, 2, 1};

static void expect(PGconn *database, ExecStatusType status) {
  if (PQresultStatus(result) == status) return;
  fprintf(stderr, "%s", PQerrorMessage(database));
  exit(1);
}

static PGconn *connected(void) {
  PGconn *database = PQconnectdb(getenv("GATEHOUSE_DATABASE"));
  // The worker's settings, as far as they bear on speed.
  result = PQexec(database, "set jit = off; set plan_cache_mode = force_generic_plan; set enable_seqscan = off");
  expect(database, PGRES_COMMAND_OK);
  PQclear(result);
  const Oid types[] = {25, 25, 20};
  for (int poll = 0; poll < POLLS; poll++) {
    size_t length;
    char *sql = file_of(getenv("GATEHOUSE_PEER"), poll, "sql", &length);
    result = PQprepare(database, poll_names[poll], sql, parameters_of[poll], types);
    expect(database, PGRES_COMMAND_OK);
    PQclear(result);
    free(sql);
  }
  result = PQexec(database, "select park_name, places from parking.park where park_sn = 'DEMO001'");
  expect(database, PGRES_TUPLES_OK);
  park_name_length = (size_t)snprintf(park_name, sizeof park_name, "%s", PQgetvalue(result, 0, 0));
  places = atoll(PQgetvalue(result, 0, 1));
  PQclear(result);
  return database;
}

// Copies the value of a query's parameter; empty when it is not there.
static void parameter(const char *query, const char *name, char *to, size_t size) {
  size_t length = strlen(name);
  to[0] = 0;
  for (const char *pair = query; pair != NULL; pair = strchr(pair, '&')) {
    if (*pair == '&') pair++;
    if (strncmp(pair, name, length) != 0 || pair[length] != '=') continue;
    size_t count = strcspn(pair + length + 1, "&");
    if (count >= size) return;
    memcpy(to, pair + length + 1, count);
    to[count] = 0;
    return;
  }
}

static void serve(PGconn *database, FCGX_Request *request, enum poll poll) {
  char booth[80], count[80];
  const char *query = FCGX_GetParam("QUERY_STRING", request->envp);
  parameter(query, "_id", booth, sizeof booth);
  parameter(query, "count", count, sizeof count);
  uint64_t limit = htobe64((uint64_t)atoll(count));
  const char *park = FCGX_GetParam("GATEHOUSE_PARK", request->envp);
  const char *values[] = {park, booth, (const char *)&limit};
  const int lengths[] = {0, 0, sizeof limit}, formats[] = {0, 0, 1};
  result = PQexecPrepared(
      database, poll_names[poll], parameters_of[poll], values, lengths, formats, 1);
  expect(database, PGRES_TUPLES_OK);
  used = 0;
  words("{\"code\":0,\"data\":");
  data_of[poll]();
  words(",\"message\":\"\"}");
  PQclear(result);
  answer(request, body, used);
}

int main(void) {
  PGconn *database = connected();
  FCGX_Request request;
  if (FCGX_Init() != 0 || FCGX_InitRequest(&request, 0, 0) != 0) return 1;
  while (FCGX_Accept_r(&request) == 0) {
    enum poll poll = poll_of(&request);
    if (poll == POLLS)
      answer(&request, "{}", 2);
    else
      serve(database, &request, poll);
  }
  return 0;
}
