namespace Analytics.Notebooks.Display;

/// <summary>A value that knows how it looks: a table, a figure, a piece of HTML, a progress bar.</summary>
internal interface IRenderable
{
    MimeBundle Render();
}
