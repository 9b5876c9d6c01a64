// What every map surface must do. A surface's own test derives from it and says how to make one.
#pragma once

#include "tests/testkit/TempDir.h"
#include "tests/testkit/TestCase.h"
#include "ui/map/MapSurface.h"

#include <memory>

namespace zs::map::test {

/// What every test of the contract finds on the map.
inline constexpr GeoPoint kPersonAt{113.835, 22.995}, kCaseAt{113.86, 22.995};
inline constexpr std::uint64_t kPerson = 7, kCase = 412;

class SurfaceContract : public testkit::TestCase {
    Q_OBJECT
public:
    SurfaceContract();
    ~SurfaceContract() override;

protected:
    /// A surface in the light theme, without ground.
    virtual std::unique_ptr<MapSurface> make() = 0;
    /// What is to happen before a test begins, once the surface is on the screen.
    virtual void shown(MapSurface&) {}
    /// The widget that gets mouse, key and drop events.
    virtual QWidget* receiver(MapSurface& surface) { return &surface; }
    /// How long a picture may take.
    virtual int patience() const { return 10'000; }

protected Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

private Q_SLOTS:
    void cameraGoesRoundTrip();
    void cameraStaysInItsLimits();
    void fitShowsTheWholeBounds();
    void hitsAtEveryZoom_data();
    void hitsAtEveryZoom();
    void hiddenLayersAreNotHit();
    void theNearerOneIsHit();
    void peopleComeFirstWhileDragging();
    void pictureIsNotBlank();
    void twoPicturesAreEqual();
    void themesDiffer();
    void layersChangeThePicture();
    void languagesDiffer();
    void emphasisChangesThePicture();
    void mutedGridsChangeThePicture();
    void keysPanAndZoom();
    void clickAndMenuTellWhatTheyHit();
    void dragAsksTheTarget();
    void dragOfOtherThingsIsRefused();
    void hoverTellsWhatIsUnderThePointer();
    void wheelZoomsAroundThePointer();
    void aDragPansAndIsNoClick();
    void aReleaseThatNobodySawEndsThePan();
    void saysWhenItIsReady();

private:
    QImage picture();
    void show(double zoom);

    testkit::TempDir m_dir;
    QString m_basemap;
    std::unique_ptr<MapSurface> m_surface;
};

} // namespace zs::map::test
