/* zlib calls that are macros in C and therefore unknown to Swift. */
#ifndef CZIPSUPPORT_H
#define CZIPSUPPORT_H

#include <zlib.h>

/* Prepares a raw inflate (no zlib or gzip header). Returns Z_OK or an error. */
int czip_raw_inflate_init(z_stream *stream);

#endif
