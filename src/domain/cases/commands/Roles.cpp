#include "domain/cases/commands/Roles.h"

namespace zs::domain {

LocalText roleName(Role role)
{
    switch (role) {
    case Role::DutyOfficer: return {"值班员", "duty officer"};
    case Role::Dispatcher: return {"调度员", "dispatcher"};
    case Role::Supervisor: return {"督办员", "supervisor"};
    case Role::Leader: return {"领导", "leader"};
    case Role::Agency: return {"责任单位", "agency"};
    case Role::FieldApp: return {"网格员应用", "field app"};
    case Role::Intake: return {"受理系统", "intake system"};
    }
    return {};
}

LocalText roleNames(std::span<const Role> roles)
{
    LocalText text;
    for (std::size_t i = 0; i < roles.size(); ++i) {
        const bool isLast = i + 1 == roles.size();
        const LocalText name = roleName(roles[i]);
        const bool vowel = name.en.find_first_of("aeio") == 0;
        text.zh += (i == 0 ? "" : isLast ? "或" : "、") + name.zh;
        text.en += (i == 0 ? "" : isLast ? " or " : ", ") + std::string(vowel ? "an " : "a ") + name.en;
    }
    return text;
}

} // namespace zs::domain
