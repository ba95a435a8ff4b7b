#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED /* Foundation ships its own ICU; nothing here uses libxml2's */
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/xmlerror.h>
#include <libxml/xmlschemas.h>
