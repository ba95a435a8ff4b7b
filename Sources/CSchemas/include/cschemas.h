/* The XML Schemas of our formats, as bytes. They live beside the formats that they describe. */
#ifndef CSCHEMAS_H
#define CSCHEMAS_H

#include <stddef.h>

typedef struct {
  const unsigned char *bytes;
  size_t count;
} cschemas_text;

cschemas_text cschemas_questionnaire(void);
cschemas_text cschemas_end_of_support(void);
cschemas_text cschemas_inventory_columns(void);
cschemas_text cschemas_support_directory(void);
cschemas_text cschemas_plus_sampling(void);
cschemas_text cschemas_scan_rules(void);
cschemas_text cschemas_attestation(void);
cschemas_text cschemas_countersignature(void);
cschemas_text cschemas_presentation(void);
cschemas_text cschemas_withdrawal(void);
cschemas_text cschemas_policy(void);
cschemas_text cschemas_seal(void);

#endif
