/* The head of a page, with a policy that lets it load nothing and send nothing, and its end with
 * the scripts. */
#include <sodium.h>

#include "html.h"

/* A file of the page, as the build put it into the program. */
struct embedded_text {
    const char *name;
    const unsigned char *bytes;
    size_t size;
};

#include "html_scripts.h"
#include "html_style.h"

#define STYLE_COUNT (sizeof(page_style) / sizeof(page_style[0]))
#define SCRIPT_COUNT (sizeof(page_scripts) / sizeof(page_scripts[0]))

/* The hash by which the policy knows what stands in an element. */
static void write_hash(const struct embedded_text *texts, size_t count, struct buffer *out)
{
    unsigned char hash[crypto_hash_sha256_BYTES];
    char text[sodium_base64_ENCODED_LEN(sizeof(hash), sodium_base64_VARIANT_ORIGINAL)];
    crypto_hash_sha256_state state;
    crypto_hash_sha256_init(&state);
    for (size_t i = 0; i < count; i++)
        crypto_hash_sha256_update(&state, texts[i].bytes, texts[i].size);
    crypto_hash_sha256_final(&state, hash);
    sodium_bin2base64(text, sizeof(text), hash, sizeof(hash), sodium_base64_VARIANT_ORIGINAL);
    buffer_text(out, "'sha256-");
    buffer_text(out, text);
    buffer_text(out, "'");
}

static void write_texts(const struct embedded_text *texts, size_t count, struct buffer *out)
{
    for (size_t i = 0; i < count; i++)
        buffer_bytes(out, (const char *)texts[i].bytes, texts[i].size);
}

static void write_policy(struct buffer *out, bool scripted)
{
    buffer_text(out, "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
                     "style-src ");
    write_hash(page_style, STYLE_COUNT, out);
    if (scripted) {
        buffer_text(out, "; script-src ");
        write_hash(page_scripts, SCRIPT_COUNT, out);
    }
    buffer_text(out, "; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; "
                     "trusted-types 'none'\">\n");
}

void html_begin(struct buffer *out, const char *title, bool scripted)
{
    buffer_text(out, "<!DOCTYPE html>\n<html lang=\"en-GB\">\n<head>\n<meta charset=\"utf-8\">\n");
    write_policy(out, scripted);
    buffer_text(out, "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                     "<meta name=\"referrer\" content=\"no-referrer\">\n"
                     "<meta name=\"color-scheme\" content=\"light dark\">\n<title>");
    html_text(out, title);
    buffer_text(out, "</title>\n<style>");
    write_texts(page_style, STYLE_COUNT, out);
    buffer_text(out, "</style>\n</head>\n<body>\n");
}

void html_end(struct buffer *out, bool scripted)
{
    if (scripted) {
        buffer_text(out, "<script>");
        write_texts(page_scripts, SCRIPT_COUNT, out);
        buffer_text(out, "</script>\n");
    }
    buffer_text(out, "</body>\n</html>\n");
}
