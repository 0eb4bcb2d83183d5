using Regard.Statistics.Tests.Contract;

namespace Regard.Statistics.Tests.Kano;

public sealed class KanoTests
{
    static KanoAnswers Answers(params (int With, int Without)[] pairs) => new(
        Observations.Of(["with", "without"], [[.. pairs.Select(p => (double)p.With)], [.. pairs.Select(p => (double)p.Without)]]), [.. pairs.Select(_ => "F")], "with", "without");

    static KanoAnswers Counted(int must, int one, int attractive, int indifferent) => Answers([
        .. Enumerable.Repeat((3, 5), must), .. Enumerable.Repeat((1, 5), one), .. Enumerable.Repeat((1, 3), attractive), .. Enumerable.Repeat((3, 3), indifferent)]);

    [Fact]
    public void Classes_counts_and_coefficients_equal_the_reference()
    {
        var (table, expected) = (Reference.Data("kano_synthetic.csv"), Reference.Results("kano_synthetic.json"));
        var answers = new KanoAnswers(
            Observations.Of(["functional", "dysfunctional"], [table.Numbers("functional"), table.Numbers("dysfunctional")]), [.. table.Rows.Select(r => r[table.Slot("feature")])],
            "functional", "dysfunctional", [.. table.Rows.Select(r => r[table.Slot("respondent")])]);
        foreach (var feature in KanoAnalysis.Fit(answers).Features)
        {
            var reference = expected[feature.Name]!;
            Assert.Equal(reference["category_by_frequency_ties_MOAI"]!.GetValue<string>(), KanoTable.Letter(feature.Class).ToString());
            foreach (var (kind, count) in feature.Counts) Assert.Equal(reference["counts"]![KanoTable.Letter(kind).ToString()]!.GetValue<long>(), count);
            Reference.Close(reference["better"].Number(), feature.Better.Value);
            Reference.Close(reference["worse"].Number(), feature.Worse.Value);
            Assert.Equal(reference["fong_difference"]!.GetValue<long>(), feature.Difference);
            Reference.Close(reference["category_strength"].Number(), feature.CategoryStrength);
            Reference.Close(reference["total_strength"].Number(), feature.TotalStrength);
            Reference.Close(reference["dumouchel_functional"].Number(), feature.FunctionalMean.Value);
            Reference.Close(reference["dumouchel_dysfunctional"].Number(), feature.DysfunctionalMean.Value);
            Assert.Equal(1, feature.Chances.Values.Sum(), 1e-12);
        }
    }

    [Theory]
    [InlineData(1, 5, 'O'), InlineData(1, 2, 'A'), InlineData(4, 5, 'M'), InlineData(2, 4, 'I'), InlineData(5, 1, 'R'), InlineData(2, 1, 'R'), InlineData(1, 1, 'Q'), InlineData(5, 5, 'Q')]
    public void A_pair_of_answers_has_its_class(int with, int without, char letter) => Assert.Equal(letter, KanoTable.Letter(KanoTable.Class(with, without)));

    [Fact]
    public void Ties_go_to_what_is_missed_most()
    {
        Assert.Equal(KanoClass.MustBe, KanoAnalysis.Fit(Counted(5, 5, 5, 5)).Features[0].Class);
        Assert.Equal(KanoClass.Attractive, KanoAnalysis.Fit(Counted(0, 1, 5, 5)).Features[0].Class);
    }

    [Fact]
    public void Better_and_worse_have_Wilsons_intervals()
    {
        var feature = KanoAnalysis.Fit(Counted(10, 20, 30, 40)).Features[0];
        Assert.Equal(Wilson.Share(50, 100), feature.Better);
        Assert.Equal((-0.3, -Wilson.Share(30, 100).Upper), (feature.Worse.Value, feature.Worse.Lower));
    }

    [Fact]
    public void Significance_follows_Fong_and_the_sign_test()
    {
        var feature = KanoAnalysis.Fit(Counted(8, 2, 0, 0)).Features[0];
        Assert.Equal(1.65 * Math.Sqrt(10 * 10 / 20.0), feature.Critical, 1e-12);
        // 2 (1 + 10 + 45) / 1024.
        Assert.Equal(112 / 1024.0, feature.PValue, 1e-12);
    }

    [Fact]
    public void A_feature_that_nobody_wants_has_no_coefficients()
    {
        var feature = KanoAnalysis.Fit(Answers((5, 1), (5, 1), (5, 5))).Features[0];
        Assert.Equal((KanoClass.Reverse, Withholding.Unmeasured, Withholding.Unmeasured), (feature.Class, feature.Better.Reason, feature.Worse.Reason));
    }

    [Fact]
    public void Answers_off_the_scale_and_respondents_that_come_twice_are_refused()
    {
        Assert.Contains("without has the answer 6", Assert.Throws<DataRefused>(() => KanoAnalysis.Fit(Answers((1, 1), (1, 6)))).Message);
        Assert.Contains("with has the answer 1.5", Assert.Throws<DataRefused>(() => KanoAnalysis.Fit(Answers((1, 1)) with { Data = Observations.Of(["with", "without"], [[1.5], [1]]) })).Message);
        Assert.Equal("Respondent 7 answered F twice.", Assert.Throws<DataRefused>(() => KanoAnalysis.Fit(Answers((1, 5), (2, 5)) with { Respondents = ["7", "7"] })).Message);
    }

    [Fact]
    public void The_stated_chance_of_a_class_is_how_often_it_is_right()
    {
        // Worlds in which M, O, A and I have any shares; the most frequent class of 40 answers is right as often as its chance says.
        var (claimed, right, stream) = (0.0, 0, Draws.Seeded(5).Of(0));
        const int worlds = 1000;
        for (var w = 0; w < worlds; w++)
        {
            double[] shares = [.. Enumerable.Range(0, 4).Select(_ => -Math.Log(1 - stream.Uniform()))];
            var counts = new int[4];
            for (var i = 0; i < 40; i++)
            {
                var (at, left) = (0, stream.Uniform() * shares.Sum());
                while (at < 3 && (left -= shares[at]) > 0) at++;
                counts[at]++;
            }
            var feature = KanoAnalysis.Fit(Counted(counts[0], counts[1], counts[2], counts[3]), new() { Resamples = 200, Draws = Draws.Seeded(w) }).Features[0];
            claimed += feature.Chances[feature.Class] / worlds;
            if ((int)feature.Class == Array.IndexOf(shares, shares.Max())) right++;
        }
        Assert.InRange(claimed - right / (double)worlds, -0.03, 0.03);
    }
}

public sealed class KanoContract : EstimatorContract
{
    private protected override Observations Data { get; } = Observations.Of(
        ["feature", "with", "without"], [[.. Enumerable.Range(0, 60).Select(i => (double)(i % 2))], [.. Enumerable.Range(0, 60).Select(i => 1.0 + i * i % 5)], [.. Enumerable.Range(0, 60).Select(i => 1.0 + i * i * i % 7 % 5)]]);

    // Equal answers are an answer here.
    private protected override IReadOnlyList<string> Needed => [];

    private protected override IReadOnlyList<double?> Fit(Observations data, long seed, int threads) =>
        [.. Read(data, seed).SelectMany(f => new[] { (double)f.Class, f.Better.Value, f.Worse.Lower, f.FunctionalMean.Value, f.Chances[KanoClass.Attractive] })];

    private protected override IReadOnlyList<double?> Fixed(Observations data) => [.. Read(data, 1).SelectMany(f => new[] { (double)f.Class, f.Better.Value, f.Worse.Lower, f.FunctionalMean.Value })];

    static IEnumerable<KanoFeature> Read(Observations data, long seed) => KanoAnalysis.Fit(
        new(data, [.. data["feature"].ToArray().Select(f => double.IsNaN(f) ? throw new DataRefused(DataFault.Missing, "The column feature has missing values.", "feature") : f == 0 ? "F" : "G")], "with", "without"),
        new() { Draws = Draws.Seeded(seed) }).Features.OrderBy(f => f.Name, StringComparer.Ordinal);
}
