using System.Diagnostics;
using Analytics.Pipeline.DuckDb;

namespace Analytics.Pipeline.Tests.DuckDb;

public class InterruptionTests
{
    private const string Endless = "SELECT count(*) FROM range(10000000000) a(i), range(1000) b(j) WHERE (i * j) % 7 = 3";

    [Fact]
    public void A_command_that_takes_longer_than_its_timeout_stops()
    {
        using var connection = Database.Open();
        using var command = connection.Command(Endless);
        command.CommandTimeout = 1;
        var clock = Stopwatch.StartNew();
        var error = Assert.Throws<DuckDBException>(() => command.ExecuteScalar());
        Assert.InRange(clock.Elapsed.TotalSeconds, 0.9, 20);
        Assert.Contains("CommandTimeout of 1 s", error.Message, StringComparison.Ordinal);
        Assert.IsType<TimeoutException>(error.InnerException);
        Assert.Equal(1, connection.Scalar("SELECT 1"));
    }

    [Fact]
    public async Task Cancel_stops_a_command_that_runs_on_another_thread()
    {
        using var connection = Database.Open();
        using var command = connection.Command(Endless);
        var running = Task.Run(command.ExecuteNonQuery, TestContext.Current.CancellationToken);
        await Task.Delay(200, TestContext.Current.CancellationToken);
        command.Cancel();
        var error = await Assert.ThrowsAsync<DuckDBException>(() => running);
        Assert.Equal("INTERRUPT", error.Kind);
        Assert.Equal(1, connection.Scalar("SELECT 1"));
    }

    [Fact]
    public async Task A_cancelled_token_stops_an_asynchronous_command()
    {
        using var connection = Database.Open();
        using var command = connection.Command(Endless);
        using var source = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => command.ExecuteScalarAsync(source.Token));
        Assert.Equal(1, connection.Scalar("SELECT 1"));
    }

    [Fact]
    public async Task A_cancelled_token_stops_a_reader_between_its_rows()
    {
        using var connection = Database.Open();
        await using var command = connection.Command("SELECT i FROM range(1000000000000) t(i) WHERE i < 500000 OR i > 900000000000");
        await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        using var source = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            while (await reader.ReadAsync(source.Token)) { }
        });
        await reader.CloseAsync();
        Assert.Equal(1, connection.Scalar("SELECT 1"));
    }

    [Fact]
    public void Cancel_without_a_running_command_does_nothing()
    {
        using var command = Database.Mine.Command("SELECT 1");
        command.Cancel();
        Assert.Equal(1, command.ExecuteScalar());
    }
}
