using Regard.Indicators;
using Regard.Surveys;
namespace Regard.Tests.Surveys;

/// <summary>Forms for other tests to build on.</summary>
public static class GivenForm
{
    /// <summary>The RATER form and its tree, both published.</summary>
    public static async Task<(Id<Form> Form, Id<FormVersion> Version, Id<IndicatorTree> Tree)> Rater(TestOffice t, Caller? caller = null) => await Published(t, FormTemplate.Rater, caller);

    /// <summary>Ten perceived ratings and the recommendation, published, with the RATER tree.</summary>
    public static async Task<(Id<Form> Form, Id<FormVersion> Version, Id<IndicatorTree> Tree)> Short(TestOffice t, Caller? caller = null) => await Published(t, FormTemplate.Short, caller);

    /// <summary>A document of one's own, published.</summary>
    public static async Task<Id<FormVersion>> Of(TestOffice t, FormDocument document, Caller? caller = null)
    {
        var form = await t.Do(new ImportForm("Form", FormJson.Write(document)), caller);
        return await t.Do(new PublishForm(form, 1), caller);
    }

    static async Task<(Id<Form>, Id<FormVersion>, Id<IndicatorTree>)> Published(TestOffice t, string template, Caller? caller)
    {
        var tree = await t.Do(new AdoptRaterTree(), caller);
        var form = await t.Do(new StartForm("Satisfaction", template), caller);
        return (form, await t.Do(new PublishForm(form, 1), caller), tree);
    }
}
