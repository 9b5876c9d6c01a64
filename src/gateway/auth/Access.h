// THE table of who may call what. What isn't listed is refused; commands are further narrowed by domain::isAllowed().
#pragma once

#include "domain/cases/Context.h"

#include <array>
#include <boost/beast/http/verb.hpp>
#include <optional>
#include <string_view>

namespace zs::gateway {

enum class Endpoint { Health, Commands, Snapshot, Case, Reference, PutPositions, GetPositions, Stream };

/// Which of the roles; a desk is any seat of a centre.
struct Allowed {
    bool desk = false, agency = false, fieldApp = false, intake = false;

    constexpr bool holds(domain::Role role) const
    {
        switch (role) {
        case domain::Role::DutyOfficer:
        case domain::Role::Dispatcher:
        case domain::Role::Supervisor:
        case domain::Role::Leader: return desk;
        case domain::Role::Agency: return agency;
        case domain::Role::FieldApp: return fieldApp;
        case domain::Role::Intake: return intake;
        }
        return false;
    }
};

struct Access {
    Endpoint endpoint;
    boost::beast::http::verb method;
    std::string_view path; ///< ending with '/': what follows is the argument
    Allowed allowed;
};

inline constexpr Allowed everyRole{true, true, true, true};
inline constexpr Allowed readers{.desk = true, .agency = true, .fieldApp = true};
inline constexpr Allowed positionReaders{.desk = true, .agency = true};

inline constexpr std::array<Access, 8> accessTable{{
    {Endpoint::Health, boost::beast::http::verb::get, "/healthz", everyRole},
    {Endpoint::Commands, boost::beast::http::verb::post, "/v1/commands", everyRole},
    {Endpoint::Snapshot, boost::beast::http::verb::get, "/v1/snapshot", readers},
    {Endpoint::Case, boost::beast::http::verb::get, "/v1/cases/", readers},
    {Endpoint::Reference, boost::beast::http::verb::get, "/v1/reference/", readers},
    {Endpoint::PutPositions, boost::beast::http::verb::post, "/v1/positions", {.fieldApp = true}},
    {Endpoint::GetPositions, boost::beast::http::verb::get, "/v1/positions", positionReaders},
    {Endpoint::Stream, boost::beast::http::verb::get, "/v1/stream", readers},
}};

struct Found {
    const Access* access = nullptr; ///< null: no such path, or not with this method
    bool pathExists = false;
    std::string_view argument; ///< what follows a path ending with '/'
    std::string_view query;    ///< after '?'
};

/// Views into `target`.
Found findEndpoint(boost::beast::http::verb method, std::string_view target);

} // namespace zs::gateway
