using Microsoft.EntityFrameworkCore.Migrations;
using NodaTime;

#nullable disable

namespace RunBackCare.Worker.Database.Migrations
{
    /// <inheritdoc />
    public partial class ControlRoom : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "note",
                table: "safety_events",
                type: "text",
                nullable: true);

            migrationBuilder.AlterColumn<long>(
                name: "subscriber_id",
                table: "outbox",
                type: "bigint",
                nullable: true,
                oldClrType: typeof(long),
                oldType: "bigint");

            migrationBuilder.AddColumn<string>(
                name: "templates",
                table: "outbox",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<Instant>(
                name: "looked_at",
                table: "inbox_cursors",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<Instant>(
                name: "handled_at",
                table: "inbound_messages",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "handled_by",
                table: "inbound_messages",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "about",
                table: "audit",
                type: "text",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "ix_inbound_messages_waiting",
                table: "inbound_messages",
                column: "id",
                filter: "handled_at is null and outcome in ('unreadable', 'foreign_sender', 'no_token', 'over_cap', 'failed')");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_inbound_messages_waiting",
                table: "inbound_messages");

            migrationBuilder.DropColumn(
                name: "note",
                table: "safety_events");

            migrationBuilder.DropColumn(
                name: "templates",
                table: "outbox");

            migrationBuilder.DropColumn(
                name: "looked_at",
                table: "inbox_cursors");

            migrationBuilder.DropColumn(
                name: "handled_at",
                table: "inbound_messages");

            migrationBuilder.DropColumn(
                name: "handled_by",
                table: "inbound_messages");

            migrationBuilder.DropColumn(
                name: "about",
                table: "audit");

            migrationBuilder.AlterColumn<long>(
                name: "subscriber_id",
                table: "outbox",
                type: "bigint",
                nullable: false,
                defaultValue: 0L,
                oldClrType: typeof(long),
                oldType: "bigint",
                oldNullable: true);
        }
    }
}
