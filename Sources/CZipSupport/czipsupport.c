#include "czipsupport.h"

int czip_raw_inflate_init(z_stream *stream) { return inflateInit2(stream, -MAX_WBITS); }
