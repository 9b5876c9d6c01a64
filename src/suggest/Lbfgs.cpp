#include "suggest/Lbfgs.h"

#include <cmath>
#include <cstddef>
#include <deque>

namespace zs::suggest {

namespace {

constexpr std::size_t kMemory = 6;
constexpr int kMaxHalvings = 20;
constexpr double kSufficient = 1e-4, kSmallGain = 1e-6;

double dot(const std::vector<double>& a, const std::vector<double>& b)
{
    double sum = 0;
    for (std::size_t i = 0; i < a.size(); ++i)
        sum += a[i] * b[i];
    return sum;
}

void addTo(std::vector<double>& a, const std::vector<double>& b, double factor)
{
    for (std::size_t i = 0; i < a.size(); ++i)
        a[i] += factor * b[i];
}

struct Step {
    std::vector<double> move, turn; ///< of the point, of the gradient
    double inverse = 0;             ///< 1 / move·turn
};

/// The gradient, bent by what the last steps say of the curvature.
std::vector<double> direction(const std::vector<double>& gradient, const std::deque<Step>& steps)
{
    std::vector<double> d = gradient;
    std::vector<double> alpha(steps.size());
    for (std::size_t i = steps.size(); i-- > 0;) {
        alpha[i] = steps[i].inverse * dot(steps[i].move, d);
        addTo(d, steps[i].turn, -alpha[i]);
    }
    const double scale = steps.empty() ? 1 / std::max(1.0, std::sqrt(dot(gradient, gradient)))
                                       : 1 / (steps.back().inverse * dot(steps.back().turn, steps.back().turn));
    for (double& v : d)
        v *= scale;
    for (std::size_t i = 0; i < steps.size(); ++i)
        addTo(d, steps[i].move, alpha[i] - steps[i].inverse * dot(steps[i].turn, d));
    return d;
}

} // namespace

void minimise(std::vector<double>& at, int iterations, const Objective& objective)
{
    if (at.empty())
        return;
    std::vector<double> gradient(at.size()), next(at.size()), nextGradient(at.size());
    double value = objective(at, gradient);
    std::deque<Step> steps;
    for (int i = 0; i < iterations; ++i) {
        const std::vector<double> d = direction(gradient, steps);
        const double slope = dot(d, gradient);
        if (!(slope > 0))
            return;
        double length = 1, nextValue = 0;
        int halvings = 0;
        for (;; length /= 2) {
            next = at;
            addTo(next, d, -length);
            nextValue = objective(next, nextGradient);
            if (nextValue <= value - kSufficient * length * slope)
                break;
            if (++halvings > kMaxHalvings)
                return;
        }
        Step step{next, nextGradient, 0};
        addTo(step.move, at, -1);
        addTo(step.turn, gradient, -1);
        const double curvature = dot(step.move, step.turn);
        const double gain = value - nextValue;
        at.swap(next);
        gradient.swap(nextGradient);
        value = nextValue;
        if (curvature > 1e-12) {
            step.inverse = 1 / curvature;
            steps.push_back(std::move(step));
            if (steps.size() > kMemory)
                steps.pop_front();
        }
        if (gain < kSmallGain * std::abs(value))
            return;
    }
}

} // namespace zs::suggest
