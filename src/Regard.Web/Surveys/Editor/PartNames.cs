using Regard.Surveys;
namespace Regard.Web.Surveys.Editor;

/// <summary>What those who make forms call the parts.</summary>
static class PartNames
{
    public static Words Of(Part part) => part switch
    {
        Part.Expected => Words.Of("Expected"),
        Part.Perceived => Words.Of("Perceived"),
        Part.Importance => Words.Of("Importance"),
        Part.Overall => Words.Of("Satisfaction all in all"),
        Part.Effort => Words.Of("Effort (high is much)"),
        _ => Words.Of("Recommendation"),
    };
}
