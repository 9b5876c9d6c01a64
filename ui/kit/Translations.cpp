#include "ui/kit/Translations.h"

#include "ui/kit/Theme.h"

#include <QCoreApplication>
#include <QDir>
#include <QLibraryInfo>
#include <QTranslator>

namespace zs::kit {

Translations::Translations(QObject* parent) : QObject(parent) {
    initResources();
}

Translations::~Translations() {
    remove();
}

QLocale Translations::locale() const {
    return m_language == Language::Chinese ? QLocale(QLocale::Chinese, QLocale::China)
                                           : QLocale(QLocale::English, QLocale::UnitedKingdom);
}

void Translations::setLanguage(Language language) {
    if (language == m_language) {
        return;
    }
    m_language = language;
    remove();
    if (language == Language::Chinese) {
        const auto add = [&](const QString& file) {
            auto translator = std::make_unique<QTranslator>();
            if (translator->load(file) && QCoreApplication::installTranslator(translator.get())) {
                m_translators.push_back(std::move(translator));
            }
        };
        // Qt's own dialogs, where the system has them.
        add(QLibraryInfo::path(QLibraryInfo::TranslationsPath) + QStringLiteral("/qtbase_zh_CN.qm"));
        for (const QString& name : QDir(QStringLiteral(":/i18n")).entryList({QStringLiteral("*_zh_CN.qm")})) {
            add(QStringLiteral(":/i18n/") + name);
        }
    }
    Q_EMIT changed();
}

void Translations::remove() {
    for (const auto& translator : m_translators) {
        QCoreApplication::removeTranslator(translator.get());
    }
    m_translators.clear();
}

} // namespace zs::kit
