// The contract of every map surface, kept by the web one.
#include "tests/ui/map/MapFixture.h"
#include "tests/ui/map/SurfaceContract.h"
#include "tests/ui/map/web/WebFixture.h"

namespace zs::map::test {

class WebContract final : public SurfaceContract {
    Q_OBJECT
protected:
    std::unique_ptr<MapSurface> make() override
    {
        auto surface = std::make_unique<WebSurface>();
        surface->setTheme(theme(kit::Mode::Light));
        return surface;
    }
    QWidget* receiver(MapSurface& surface) override
    {
        return surface.focusProxy();
    }
    int patience() const override { return 20'000; }
};

} // namespace zs::map::test

using zs::map::test::WebContract;
ZS_WEB_TEST_MAIN(WebContract)
#include "tst_webcontract.moc"
