#include "domain/InForce.h"

namespace zs::domain {

const InForce& nothingInForce()
{
    static const InForce nothing;
    return nothing;
}

} // namespace zs::domain
