namespace Regard.Post.Mime;

/// <summary>A message that cannot be taken apart. What is kept of it is its raw text.</summary>
sealed class Unreadable(string why) : Exception(why);
