#include <libpq-fe.h>

// libpq names the fields of an error by character constants that Swift cannot import.
static const int GATEHOUSE_DIAG_SEVERITY = PG_DIAG_SEVERITY_NONLOCALIZED;
static const int GATEHOUSE_DIAG_SQLSTATE = PG_DIAG_SQLSTATE;
static const int GATEHOUSE_DIAG_MESSAGE_PRIMARY = PG_DIAG_MESSAGE_PRIMARY;
static const int GATEHOUSE_DIAG_CONSTRAINT_NAME = PG_DIAG_CONSTRAINT_NAME;
static const int GATEHOUSE_DIAG_TABLE_NAME = PG_DIAG_TABLE_NAME;
static const int GATEHOUSE_DIAG_SOURCE_FUNCTION = PG_DIAG_SOURCE_FUNCTION;
