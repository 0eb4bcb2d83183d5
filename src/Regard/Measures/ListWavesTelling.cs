using System.Text.Json.Serialization;
using Regard.Indicators;
using Regard.Surveys;
namespace Regard.Measures;

/// <summary>What only some forms ask for.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<WaveTells>))]
public enum WaveTells
{
    /// <summary>What customers get against what it costs them.</summary>
    Value,
    /// <summary>Pairs of questions on features.</summary>
    Kano,
}

/// <summary>The waves whose form asks for something, the newest first.</summary>
public sealed record ListWavesTelling(WaveTells What) : Question<IReadOnlyList<MeasuredWaveRow>>
{
    internal override Permission Needs => Permission.SeeResults;

    internal override async Task<IReadOnlyList<MeasuredWaveRow>> Run(Session s)
    {
        var used = (await s.Many<Used>("select id as wave_id, form_version_id, tree_id from waves where opened_at is not null")).ToDictionary(w => w.WaveId);
        var (known, model) = (new Dictionary<(Id<FormVersion>, Id<IndicatorTree>), bool>(), (await ValueStore.Models(s))[0]);
        var told = new List<MeasuredWaveRow>();
        foreach (var row in await new ListMeasuredWaves().Run(s))
        {
            if (!used.TryGetValue(row.Wave.Id, out var with)) continue;
            if (!known.TryGetValue((with.FormVersionId, with.TreeId), out var tells))
                known[(with.FormVersionId, with.TreeId)] = tells = Tells((await s.One<Asked>("select document from form_versions where id = @FormVersionId", with, Words.Of("There is no such wave."))).Document, await IndicatorTreeStore.Tree(s, with.TreeId), model);
            if (tells) told.Add(row);
        }
        return told;
    }

    bool Tells(FormDocument form, IndicatorTree tree, ValueModel model) => What switch
    {
        WaveTells.Kano => KanoQuestion.Of(form).Count > 0,
        _ => TellsValue(form, tree, model),
    };

    static bool TellsValue(FormDocument form, IndicatorTree tree, ValueModel model)
    {
        var measures = new WaveMeasures(AskedSlot.Of(form), tree.Indicators);
        return model.Items.Where(i => i.Weight > 0).GroupBy(i => i.Aspect.IsCost()).All(side => side.Any(i => i.Series.Count > 0 || i.Told.Any(measures.All.Contains)))
            && model.Items.Any(i => i.Told.Any(measures.All.Contains));
    }

    sealed record Used
    {
        public required Id<Wave> WaveId { get; init; }
        public required Id<FormVersion> FormVersionId { get; init; }
        public required Id<IndicatorTree> TreeId { get; init; }
    }

    sealed record Asked
    {
        public required FormDocument Document { get; init; }
    }
}
