using Regard.Organisation;
using Regard.Statistics;
using Regard.Surveys;
namespace Regard.Measures;

/// <summary>The path model of a unit: how its dimensions act on satisfaction and loyalty. Read from cells.</summary>
public sealed record ShowModel(Id<Wave> WaveId, Id<Unit>? UnitId = null) : Question<ModelView>
{
    const int Resamples = 1000, Seed = 1;

    internal override Permission Needs => Permission.SeeResults;

    internal override async Task<ModelView> Run(Session s)
    {
        var wave = await MeasuredWaveStore.Load(s, WaveId);
        var sight = new Sight(s, wave);
        var unit = sight.Find(UnitId);
        var view = new ModelView { At = Standpoint.Of(wave, sight, unit) };
        if (ServiceModel.Of(wave.Measures) is not { } model) return view with { Reason = Words.Of("The model needs a question about overall satisfaction and at least two dimensions of several questions each.") };
        if (await UnitMoments.Of(s, wave, unit) is not { } moments) return view with { Reason = AnalysisRefusal.Withheld };
        try
        {
            var fit = Pls.Fit(model, wave.Measures.CovariancesOf(moments, model.Items));
            return Filled(view, wave.Measures, PathBootstrap.Normal(fit, Draws.Seeded(Seed), Resamples));
        }
        catch (DataRefused refused) { return view with { Reason = AnalysisRefusal.Said(refused) }; }
    }

    static ModelView Filled(ModelView view, WaveMeasures m, PathBootstrap drawn) => view with
    {
        N = drawn.Fit.Covariances.N, Converged = drawn.Fit.Converged, Srmr = drawn.Fit.Srmr,
        Constructs = ModelReading.Constructs(drawn, name => Title(m, name), key => m.Asked.First(a => a.Slot.Key == key).Title), Paths = ModelReading.Paths(drawn),
    };

    static Text Title(WaveMeasures m, string name) => name switch
    {
        ServiceModel.Satisfaction => Text.Of(Words.Of("Satisfaction")),
        ServiceModel.Loyalty => Text.Of(Words.Of("Loyalty")),
        _ => m.Node(name)!.Names,
    };

}
