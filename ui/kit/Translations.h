// The interface language. English stands in the sources; every other language comes from :/i18n/*.qm.
#pragma once

#include <QLocale>
#include <QObject>
#include <memory>
#include <vector>

class QTranslator;

namespace zs::kit {

enum class Language { English, Chinese };

/// Installs the translators of one language into the application; Qt then sends LanguageChange to every
/// widget. Made by main() and passed down. GUI thread only.
class Translations final : public QObject {
    Q_OBJECT

public:
    explicit Translations(QObject* parent = nullptr);
    ~Translations() override;

    Language language() const { return m_language; }
    /// Dates, numbers and weekdays as the reader writes them.
    QLocale locale() const;
    void setLanguage(Language language);

Q_SIGNALS:
    void changed();

private:
    void remove();

    Language m_language = Language::English;
    std::vector<std::unique_ptr<QTranslator>> m_translators;
};

} // namespace zs::kit
