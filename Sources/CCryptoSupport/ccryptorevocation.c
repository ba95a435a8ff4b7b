#include "ccryptorevocation.h"

int ccrypto_lists_count(const STACK_OF(X509_CRL) *stack) { return sk_X509_CRL_num(stack); }

X509_CRL *ccrypto_lists_at(const STACK_OF(X509_CRL) *stack, int index) {
  return sk_X509_CRL_value(stack, index);
}

void ccrypto_lists_free(STACK_OF(X509_CRL) *stack) { sk_X509_CRL_pop_free(stack, X509_CRL_free); }

int ccrypto_list_entries_count(X509_CRL *list) {
  return sk_X509_REVOKED_num(X509_CRL_get_REVOKED(list));
}

X509_REVOKED *ccrypto_list_entry_at(X509_CRL *list, int index) {
  return sk_X509_REVOKED_value(X509_CRL_get_REVOKED(list), index);
}

int ccrypto_list_is_partial(X509_CRL *list) {
  int state = 0;
  ISSUING_DIST_POINT *scope =
      X509_CRL_get_ext_d2i(list, NID_issuing_distribution_point, &state, NULL);
  if (scope == NULL) return state != -1;
  int partial = scope->indirectCRL > 0 || scope->onlyattr > 0 || scope->onlysomereasons != NULL ||
                (scope->onlyuser > 0 && scope->onlyCA > 0) ||
                (scope->distpoint != NULL && scope->distpoint->type != 0);
  ISSUING_DIST_POINT_free(scope);
  return partial;
}

/* Whether the two lists of names share one. */
static int share_a_name(GENERAL_NAMES *left, GENERAL_NAMES *right) {
  for (int i = 0; i < sk_GENERAL_NAME_num(left); i++) {
    for (int j = 0; j < sk_GENERAL_NAME_num(right); j++) {
      if (GENERAL_NAME_cmp(sk_GENERAL_NAME_value(left, i), sk_GENERAL_NAME_value(right, j)) == 0) {
        return 1;
      }
    }
  }
  return 0;
}

/* Whether the certificate points to a list under one of the names. */
static int points_to(X509 *certificate, GENERAL_NAMES *names) {
  CRL_DIST_POINTS *points = X509_get_ext_d2i(certificate, NID_crl_distribution_points, NULL, NULL);
  int found = 0;
  for (int i = 0; !found && i < sk_DIST_POINT_num(points); i++) {
    DIST_POINT *point = sk_DIST_POINT_value(points, i);
    found = point->distpoint != NULL && point->distpoint->type == 0 &&
            share_a_name(point->distpoint->name.fullname, names);
  }
  CRL_DIST_POINTS_free(points);
  return found;
}

int ccrypto_list_covers(X509_CRL *list, X509 *certificate) {
  ISSUING_DIST_POINT *scope =
      X509_CRL_get_ext_d2i(list, NID_issuing_distribution_point, NULL, NULL);
  if (scope == NULL) return 1;
  int is_authority = X509_check_ca(certificate) != 0;
  int covers = !(scope->onlyuser > 0 && is_authority) && !(scope->onlyCA > 0 && !is_authority);
  if (covers && scope->distpoint != NULL) {
    covers = points_to(certificate, scope->distpoint->name.fullname);
  }
  ISSUING_DIST_POINT_free(scope);
  return covers;
}
