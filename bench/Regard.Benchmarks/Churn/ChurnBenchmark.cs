using System.Diagnostics;
using System.Globalization;
using Regard.Statistics;
namespace Regard.Benchmarks.Churn;

/// <summary>Survival and churn risk. Peers' times are medians of survival 3.5-3 and glm on R 4.2.2 and statsmodels on Python 3.11 on a machine of the same kind, measured apart.</summary>
static class ChurnBenchmark
{
    static readonly SurvivalColumns Columns = new("tenure", "churn");

    public static Task<IReadOnlyList<Finding>> Run(Options options)
    {
        var findings = new List<Finding>();
        if (TelcoTable.Read() is { } telco)
        {
            string[] features = ["tenure", .. TelcoTable.Covariates];
            findings.Add(Found("Kaplan-Meier, Telco, 7,032 customers", options, () => KaplanMeier.Fit(telco, Columns), "survfit", 13));
            findings.Add(Found("Cox, Efron's ties, Telco, 12 covariates, with concordance and its error", options, () => CoxRegression.Fit(telco, Columns, TelcoTable.Covariates), "coxph", 86));
            findings.Add(Found("logistic regression, Telco, 7,043 rows x 13 features", options, () => LogisticRegression.Fit(telco, "churn", features), "glm", 58, "statsmodels", 9.3));
        }
        var rows = Made(1_000_000, 15);
        string[] names = [.. rows.Names.Skip(1)];
        findings.Add(Found("logistic regression, 1,000,000 rows x 15 features", options, () => LogisticRegression.Fit(rows, "left", names)));
        var stays = Stays(1_000_000, 5);
        findings.Add(Found("Cox, 1,000,000 customers x 5 covariates, 1,000 distinct times, with concordance", options, () => CoxRegression.Fit(stays, Columns, [.. stays.Names.Skip(2)])));
        findings.Add(Found("Kaplan-Meier, 1,000,000 customers", options, () => KaplanMeier.Fit(stays, Columns)));
        var risk = rows["X1"].ToArray();
        bool[] left = [.. rows["left"].ToArray().Select(y => y == 1)];
        findings.Add(Found("AUC with DeLong's error, 1,000,000 rows", options, () => RocCurve.Of(risk, left)));
        findings.Add(Found("k-means, 20,000 customers x 4 columns, 6 segments, 20 starts", options, () => KMeans.Fit(rows.Take([.. Enumerable.Range(0, 20_000)]), names[..4], 6)));
        return Task.FromResult<IReadOnlyList<Finding>>(findings);
    }

    static Finding Found(string what, Options options, Action run, string? peer = null, double peerTime = 0, string? other = null, double otherTime = 0)
    {
        var (times, work) = (new List<double>(), new List<double>());
        using var self = Process.GetCurrentProcess();
        // The first rounds warm up, until the compiler has seen which code is hot.
        var warm = Stopwatch.StartNew();
        do run();
        while (warm.ElapsedMilliseconds < 1000);
        for (var round = 0; round < options.Rounds; round++)
        {
            var repeats = 0;
            self.Refresh();
            var (before, watch) = (self.TotalProcessorTime, Stopwatch.StartNew());
            do
            {
                run();
                repeats++;
            }
            while (watch.ElapsedMilliseconds < 200);
            times.Add(watch.Elapsed.TotalMilliseconds / repeats);
            self.Refresh();
            work.Add((self.TotalProcessorTime - before).TotalMilliseconds / repeats);
        }
        var median = times.Median();
        Log.Say(string.Create(CultureInfo.InvariantCulture, $"{what}: {median:0.##} ms, work of all cores {work.Median():0.##} ms"));
        string Beside(string? name, double time) => name is null ? "" : string.Create(CultureInfo.InvariantCulture, $", {time / median:0.#} times as fast as {name}'s {time:0.#} ms");
        return new(what, "", string.Create(CultureInfo.InvariantCulture, $"{median:#,0.##} ms") + Beside(peer, peerTime) + Beside(other, otherTime));
    }

    static Observations Made(int rows, int features)
    {
        var columns = Enumerable.Range(0, features + 1).Select(_ => new double[rows]).ToArray();
        Parallel.For(0, rows, i =>
        {
            var stream = Draws.Seeded(1).Of(i);
            var eta = -1.0;
            for (var j = 1; j <= features; j++)
            {
                columns[j][i] = j % 3 == 0 ? stream.Below(2) : stream.Normal();
                eta += columns[j][i] / (j + 1);
            }
            columns[0][i] = stream.Uniform() < 1 / (1 + Math.Exp(-eta)) ? 1 : 0;
        });
        return Observations.Of(["left", .. Enumerable.Range(1, features).Select(j => $"X{j}")], columns);
    }

    // Days until leaving, up to 1,000, one in three still there.
    static Observations Stays(int rows, int covariates)
    {
        var columns = Enumerable.Range(0, covariates + 2).Select(_ => new double[rows]).ToArray();
        Parallel.For(0, rows, i =>
        {
            var stream = Draws.Seeded(2).Of(i);
            var eta = 0.0;
            for (var j = 0; j < covariates; j++)
            {
                columns[j + 2][i] = stream.Normal();
                eta += columns[j + 2][i] / (j + 2);
            }
            var (gone, end) = (-Math.Log(1 - stream.Uniform()) * 500 / Math.Exp(eta), 1000 * stream.Uniform());
            (columns[0][i], columns[1][i]) = (Math.Ceiling(Math.Min(gone, end) + 1e-9), gone < end ? 1 : 0);
        });
        return Observations.Of(["tenure", "churn", .. Enumerable.Range(1, covariates).Select(j => $"X{j}")], columns);
    }
}
