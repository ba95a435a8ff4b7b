#include "czipsupport.h"

#include <limits.h>
#include <zlib.h>

int czip_inflate_exactly(
    const uint8_t *input, size_t input_count, uint8_t *output, size_t output_count) {
  uint8_t nothing = 0;
  if (input_count == 0 || input_count > UINT_MAX || output_count > UINT_MAX) return 0;
  z_stream stream = {0};
  if (inflateInit2(&stream, -MAX_WBITS) != Z_OK) return 0;
  stream.next_in = (Bytef *)input;
  stream.avail_in = (uInt)input_count;
  stream.next_out = output_count == 0 ? &nothing : output;
  stream.avail_out = (uInt)output_count;
  int status = inflate(&stream, Z_FINISH);
  int exact = status == Z_STREAM_END && stream.avail_in == 0 && stream.avail_out == 0;
  inflateEnd(&stream);
  return exact;
}

uint32_t czip_crc32(const uint8_t *bytes, size_t count) {
  return (uint32_t)crc32_z(0, bytes, count);
}
