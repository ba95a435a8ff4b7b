/* zlib's inflate, in the one form that the container reader needs. */
#ifndef CZIPSUPPORT_H
#define CZIPSUPPORT_H

#include <stddef.h>
#include <stdint.h>

/*
 * Inflates one raw deflate stream that must end exactly where `input` ends and give exactly
 * `output_count` bytes. Never writes more than that. Returns 1 where it does, else 0.
 *
 * It stands here because zlib forbids a z_stream to move in memory, which Swift does not promise.
 */
int czip_inflate_exactly(
    const uint8_t *input, size_t input_count, uint8_t *output, size_t output_count);

/* The CRC-32 of ZIP. */
uint32_t czip_crc32(const uint8_t *bytes, size_t count);

#endif
