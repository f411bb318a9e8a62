#include "Messages.h"
#include "Buffer.h"
#include "GraphvizHeaders.h"

static struct {
  gvz_buffer text;
  bool follows_level;  // whether the last piece was "Error" or "Warning"
  agusererrf callback_before;
} messages;

// Graphviz passes a message in pieces: "Error" or "Warning", then ": ", then the text.
static int add_piece(char *piece) {
  const char *text = piece;
  if (strcmp(piece, "Error") == 0) text = "\x1e" "E";
  if (strcmp(piece, "Warning") == 0) text = "\x1e" "W";
  if (messages.follows_level && strcmp(piece, ": ") == 0) text = "";
  messages.follows_level = text != piece && *text;
  gvz_append(&messages.text, text, strlen(text));
  return 0;
}

void gvz_add_warning(const char *line, size_t length) {
  add_piece((char *)"Warning");
  add_piece((char *)": ");
  gvz_append(&messages.text, line, length);
  messages.follows_level = false;
}

void gvz_messages_begin(void) {
  memset(&messages, 0, sizeof messages);
  agreseterrors();
  messages.callback_before = agseterrf(add_piece);
}

bool gvz_messages_end(char **text) {
  agseterrf(messages.callback_before);
  int level = agreseterrors();
  bool is_empty = messages.text.length == 0;
  gvz_append(&messages.text, "", 1);
  *text = messages.text.bytes;
  // Without any message the level is that of an error.
  return !is_empty && level >= 1;
}

void gvz_free(void *memory) { free(memory); }
