#include "ui/cases/dialogs/AttachDialog.h"

#include <QFileDialog>
#include <QHBoxLayout>
#include <QLocale>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace zs::cases {

AttachDialog::AttachDialog(const Workplace& place, CaseActions& actions, CaseId id, QWidget* parent)
    : CommandDialog(place, actions, id, QStringLiteral("attachDialog"), parent), m_path(new QLineEdit(this)),
      m_browse(new QPushButton(this)), m_digest(new FileDigest(this))
{
    m_pathLabel = addRow(m_path, QStringLiteral("attachPath"));
    m_browse->setObjectName(QStringLiteral("attachBrowse"));
    m_browse->setAutoDefault(false);
    auto* row = new QHBoxLayout;
    row->addStretch(1);
    row->addWidget(m_browse);
    body()->addLayout(row);
    connect(m_browse, &QPushButton::clicked, this, &AttachDialog::browse);
    connect(m_path, &QLineEdit::textChanged, this, &AttachDialog::read);
    connect(m_digest, &FileDigest::progressed, this, [this](int percent) {
        m_percent = percent;
        revise();
    });
    connect(m_digest, &FileDigest::finished, this, [this](const FileFacts& facts) {
        m_facts = facts;
        revise();
    });
    connect(m_digest, &FileDigest::failed, this, [this](const QString& why) {
        m_problem = why;
        revise();
    });
    start();
    m_path->setFocus();
}

void AttachDialog::browse()
{
    auto* files = new QFileDialog(this, tr("Choose a file"));
    files->setObjectName(QStringLiteral("attachFiles"));
    files->setAttribute(Qt::WA_DeleteOnClose);
    files->setFileMode(QFileDialog::ExistingFile);
    connect(files, &QFileDialog::fileSelected, m_path, &QLineEdit::setText);
    files->open();
}

void AttachDialog::read()
{
    m_facts.reset();
    m_problem.clear();
    m_percent = 0;
    const QString path = m_path->text().trimmed();
    if (path.isEmpty()) m_digest->cancel();
    else m_digest->start(path);
    revise();
}

void AttachDialog::words()
{
    setRowLabel(m_pathLabel, m_path, tr("&File"));
    m_browse->setText(tr("&Browse…"));
}

std::optional<domain::CaseCommand> AttachDialog::command() const
{
    if (!m_facts) return std::nullopt;
    return domain::Attach{m_facts->name.toStdString(), m_facts->mediaType.toStdString(), m_facts->size,
                          m_facts->sha256.toStdString()};
}

QString AttachDialog::heading() const { return tr("Attach a file"); }
QString AttachDialog::verb() const { return tr("Attach"); }

QString AttachDialog::missing() const
{
    if (!m_problem.isEmpty()) return tr("The file can't be read: %1").arg(m_problem);
    if (m_digest->isRunning()) return tr("Reading the file, %1 %…").arg(m_percent);
    return tr("Choose a file. It stays where it is: the case keeps its name, size and fingerprint.");
}

QString AttachDialog::legalNote(const domain::CaseEvent&) const
{
    if (!m_facts) return {};
    return tr("%1, %2, SHA-256 %3…").arg(m_facts->mediaType, m_place.translations.locale().formattedDataSize(static_cast<qint64>(m_facts->size)), m_facts->sha256.left(16));
}

} // namespace zs::cases
