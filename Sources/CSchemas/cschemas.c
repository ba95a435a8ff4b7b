#include "cschemas.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

#define SCHEMA(name) \
  cschemas_text cschemas_##name(void) { return (cschemas_text){name##_bytes, sizeof name##_bytes}; }

static const unsigned char questionnaire_bytes[] = {
#embed "../../Questionnaires/questionnaire.xsd"
};
static const unsigned char end_of_support_bytes[] = {
#embed "../../Support/end-of-support.xsd"
};
static const unsigned char inventory_columns_bytes[] = {
#embed "../../Support/inventory-columns.xsd"
};
static const unsigned char support_directory_bytes[] = {
#embed "../../Support/support-directory.xsd"
};
static const unsigned char plus_sampling_bytes[] = {
#embed "../../Support/plus-sampling.xsd"
};
static const unsigned char scan_rules_bytes[] = {
#embed "../../Support/scan-rules.xsd"
};
static const unsigned char attestation_bytes[] = {
#embed "../ReadinessAttestation/attestation.xsd"
};
static const unsigned char countersignature_bytes[] = {
#embed "../ReadinessAttestation/countersignature.xsd"
};
static const unsigned char presentation_bytes[] = {
#embed "../ReadinessAttestation/presentation.xsd"
};
static const unsigned char withdrawal_bytes[] = {
#embed "../ReadinessAttestation/withdrawal.xsd"
};
static const unsigned char policy_bytes[] = {
#embed "../ReadinessPolicy/policy.xsd"
};
static const unsigned char seal_bytes[] = {
#embed "../ReadinessSeal/seal.xsd"
};

SCHEMA(questionnaire)
SCHEMA(end_of_support)
SCHEMA(inventory_columns)
SCHEMA(support_directory)
SCHEMA(plus_sampling)
SCHEMA(scan_rules)
SCHEMA(attestation)
SCHEMA(countersignature)
SCHEMA(presentation)
SCHEMA(withdrawal)
SCHEMA(policy)
SCHEMA(seal)
