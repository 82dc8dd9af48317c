"""The clients that people really use work against the sandbox as against Telegram."""

import aiogram
import pytest
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.types import BufferedInputFile
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup
from telegram.error import BadRequest, ChatMigrated, Forbidden, InvalidToken, RetryAfter

PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x10\x00\x00\x00\x10\x08\x02" + bytes(40)


def ptb(stage, token=""):
    return Bot(
        token or stage.bot.token,
        base_url=stage.server.telegram + "/bot",
        base_file_url=stage.server.telegram + "/file/bot",
    )


async def test_python_telegram_bot_reads_says_edits_and_answers(stage):
    async with ptb(stage) as bot:
        assert bot.username == stage.bot.username
        stage.platform.start(stage.lan, "abc")
        [update] = await bot.get_updates(timeout=1)
        assert update.message.text == "/start abc"
        assert update.effective_user.full_name == "Nguyễn Thị Lan"
        keyboard = InlineKeyboardMarkup([[InlineKeyboardButton("Đã rõ", callback_data="1:1")]])
        said = await update.message.reply_text("Chào đồng chí", reply_markup=keyboard)
        tap = stage.platform.tap(stage.lan, said.message_id, "1:1")
        [tapped] = await bot.get_updates(offset=update.update_id + 1)
        assert await tapped.callback_query.answer("Đã ghi") is True
        assert await stage.platform.answer_to(tap) == "Đã ghi"
        edited = await tapped.callback_query.edit_message_text("Đồng chí đã rõ")
        assert edited.text == stage.platform.messages(stage.lan)[1]["text"]
        with pytest.raises(BadRequest, match="Message is not modified"):
            await edited.edit_text("Đồng chí đã rõ")
        assert (await bot.get_chat(stage.lan.user_id)).first_name == "Nguyễn Thị Lan"


async def test_python_telegram_bot_sends_and_fetches_files(stage):
    async with ptb(stage) as bot:
        said = await bot.send_photo(stage.lan.user_id, PNG, caption="Biểu đồ")
        file = await bot.get_file(said.photo[-1].file_id)
        assert bytes(await file.download_as_bytearray()) == PNG
        sent = await bot.send_document(stage.lan.user_id, b"abc", filename="báo cáo.xlsx")
        assert sent.document.file_name == "báo cáo.xlsx"
        stage.platform.send_photo(stage.lan, PNG, "hiện trường")
        [update] = await bot.get_updates()
        file = await update.message.photo[-1].get_file()
        assert bytes(await file.download_as_bytearray()) == PNG


# The library warns of its own attribute while it words the error.
@pytest.mark.filterwarnings("ignore::telegram.warnings.PTBDeprecationWarning")
async def test_python_telegram_bot_knows_the_refusals(stage):
    group = stage.platform.add_group("Văn phòng", [stage.lan])
    async with ptb(stage) as bot:
        stage.platform.add_fault("telegram", "429", times=1, retry_after=35)
        with pytest.raises(RetryAfter) as refused:
            await bot.send_message(stage.lan.user_id, "a")
        assert float(refused.value._retry_after.total_seconds()) == 35
        new = stage.platform.move_group(group)
        with pytest.raises(ChatMigrated) as moved:
            await bot.send_message(group.id, "a")
        assert moved.value.new_chat_id == new.id
        stage.platform.block(stage.lan)
        with pytest.raises(Forbidden):
            await bot.send_message(stage.lan.user_id, "a")
        with pytest.raises(BadRequest, match="Chat not found"):
            await bot.send_message(1, "a")
    with pytest.raises(InvalidToken):
        await ptb(stage, "1:wrong").get_me()


async def test_aiogram_reads_says_and_sends_files(stage):
    server = TelegramAPIServer.from_base(stage.server.telegram)
    async with aiogram.Bot(stage.bot.token, AiohttpSession(api=server)) as bot:
        stage.platform.type_text(stage.lan, "CT12 60%")
        [update] = await bot.get_updates(timeout=1)
        assert update.message.text == "CT12 60%"
        await bot.send_message(stage.lan.user_id, "<b>Đã ghi</b>", parse_mode="HTML")
        said = await bot.send_photo(stage.lan.user_id, BufferedInputFile(PNG, "a.png"))
        assert (await bot.download(said.photo[-1])).read() == PNG
        assert stage.platform.messages(stage.lan)[1]["spans"][0]["style"] == "bold"
