/* Searches a file for literals with Hyperscan, regardless of ASCII case: the time of the best of three passes, after the build. */
#include <hs/hs.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static unsigned long long matches;

static int count(unsigned id, unsigned long long from, unsigned long long to, unsigned flags, void *context) {
  (void)id, (void)from, (void)to, (void)flags, (void)context;
  matches += 1;
  return 0;
}

static double seconds(void) {
  struct timespec now;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

static char *contents(const char *path, size_t *length) {
  FILE *file = fopen(path, "rb");
  if (file == NULL) exit(2);
  fseek(file, 0, SEEK_END);
  *length = (size_t)ftell(file);
  rewind(file);
  char *bytes = malloc(*length + 1);
  if (fread(bytes, 1, *length, file) != *length) exit(2);
  bytes[*length] = 0;
  fclose(file);
  return bytes;
}

int main(int argc, char **argv) {
  if (argc < 3) return 2;
  size_t literalBytes, textBytes;
  char *lines = contents(argv[1], &literalBytes);
  char *text = contents(argv[2], &textBytes);
  size_t room = literalBytes + 1;
  const char **literals = malloc(room * sizeof *literals);
  unsigned *flags = malloc(room * sizeof *flags), *ids = malloc(room * sizeof *ids);
  size_t *lengths = malloc(room * sizeof *lengths);
  unsigned many = 0;
  for (char *line = strtok(lines, "\n"); line != NULL; line = strtok(NULL, "\n")) {
    literals[many] = line;
    lengths[many] = strlen(line);
    flags[many] = HS_FLAG_CASELESS;
    ids[many] = many;
    many += 1;
  }
  hs_database_t *database;
  hs_compile_error_t *wrong;
  double start = seconds();
  if (hs_compile_lit_multi(literals, flags, ids, lengths, many, HS_MODE_BLOCK, NULL, &database, &wrong) != HS_SUCCESS) return 3;
  double build = seconds() - start, best = 1e9;
  hs_scratch_t *scratch = NULL;
  hs_alloc_scratch(database, &scratch);
  for (int pass = 0; pass < 3; pass += 1) {
    matches = 0;
    start = seconds();
    hs_scan(database, text, (unsigned)textBytes, 0, scratch, count, NULL);
    double took = seconds() - start;
    if (took < best) best = took;
  }
  printf("{\"build\":%f,\"seconds\":%f,\"matches\":%llu}\n", build, best, matches);
  return 0;
}
