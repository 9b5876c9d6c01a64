// Every panel, every dialog, every form as a person sees it.
#pragma once

#include "tests/testkit/TestCase.h"

class TestPictures : public zs::testkit::TestCase {
    Q_OBJECT
private Q_SLOTS:
    void panels_data() { looks(); }
    void panels();
    void dialogs_data() { looks(); }
    void dialogs();
    void dutyForms_data() { looks(); }
    void dutyForms();

private:
    void looks();
};
