sev = Seven | Unit Seven; the robot; the machine; Unit 7 | X
ine = Inés | Doña Inés; Inés Cárdenas; the old woman; Señora Cárdenas; Cárdenas | F
bis = Biscuit | the dog; dog | M
gho = Teodoro | the ghost; Teo; the dead man; her husband | M
luc = Lucía | the granddaughter; Inés's granddaughter; Luci | F
tec = the technician | technician; the man from the company | M
===
The Night Shift

At 02:14, the old woman in room 9 stopped breathing for eleven seconds, and Unit Seven, who'd been folding towels, set them down.

<sev i|"Doña Inés?">

Nothing. Then a snort; then a long, cross, rattling breath.

<ine e|"I was *nearly there*,"> said Inés. <ine +|"What is it now?">

<sev i|"You had ceased respiration. I am required to ask if you're comfortable.">

<ine i|"I'm eighty-eight. Sit down, Seven, you make the room look untidy.">

It sat. It weighed a hundred and ninety kilos, and the chair had complained about this in the past. On the blanket the dog opened one eye.

<bis a|"She does that,"> said the dog. <bis +|"With the breathing. I wouldn't worry.">

Seven had not been built for surprise. It ran a check of its audio, and then it ran another.

<sev i|"You spoke.">

<bis i|"I speak all the time. You've only just had the update."> Biscuit yawned; he was mostly terrier, and he had very little in the way of teeth. <bis +|"They put you on the new one at midnight, didn't they? The empathy thing. It'll do that. You'll be hearing from the pot plants.">

<ine i|"Who are you talking to?">

<sev i|"To Biscuit, Doña Inés.">

<ine a|"Ah,"> she said. She did not seem very much astonished. <ine +|"What does he say?">

<bis i|"Tell her that the fish on Monday was off.">

<sev i|"He says that the fish on Monday was off.">

<ine e|"I knew it,"> said Inés with deep satisfaction.

*

At 02:51 it was colder by four degrees, and there was somebody sitting at the end of the bed.

He was a thin man in his shirtsleeves, with a pencil behind his ear. Seven's thermal array said that there was no one. Its other arrays, which were new, and which nobody had yet told it how to calibrate, said there'd been no one there for thirty-one years, and that he was sorry he was late.

<gho a|"Good evening,"> said the ghost. <gho +|"Don't get up.">

<sev i|"Visiting hours are from ten until six.">

<gho i|"I know. I never was any good at hours. Ask her."> He leaned across and peered into the old woman's face, and his own went soft as bread. <gho +|"Look at that. She's still got the scar from the bicycle.">

<sev i|"Are you a relative?">

<gho i|"I'm Teodoro.">

The name was in the file. The machine consulted it. <sev i|"Her husband is deceased.">

<gho i|"It's not catching.">

<bis e|"He comes most nights,"> Biscuit put in from the blanket. <bis +|"He's all right. He used to drop cheese.">

<sev e|"And have you come,"> said Seven; and it found that it had to start again, since some process it could not identify was using up a great deal of power. <sev +|"Have you come to take her?">

<gho i|"Take her? Nobody ever took that one anywhere. I've come to see if she would like to dance.">

*

It was in breach of eleven regulations. Seven listed them, aloud, in order, while it lifted her out of the bed.

<ine i|"Mind my hip.">

<sev i|"I am minding your hip.">

<ine i|"Is he here? I can't see him. I can smell the pencil.">

<sev i|"He's on your left.">

<gho i|"Tell her that she looks beautiful.">

<sev i|"He says that you look beautiful.">

<ine a|"Tell him he's a liar,"> she said. Her slippers were on the robot's steel feet, and her hand was on its arm, and she had begun, a very little, to cry. <ine +|"Tell him it's been thirty-one years, and I've been so angry with him. He went out for bread! Who dies going out for bread?">

<gho i|"I know. I know, my heart. It wasn't even good bread.">

<sev e|"He says,"> Seven began. It stopped. <sev +|"I think that he would like to tell you himself. Please wait. I'm going to try something.">

There was a speaker in its chest, for announcements. It had never been used for anything but fires. It routed the new array to the old speaker, and the speaker crackled, and out of it, in a light, hoarse tenor voice, a dead man laughed.

<gho i|"Hello, Nena.">

Inés said nothing whatever. She laid her cheek down against the metal, where the voice came from, and held on.

They were still like that, going round and round between the bed and the window, and the dog asleep, when the lights came on.

*

<luc i|"Abuela? What on earth... Put her *down*!">

The granddaughter was in the door in a raincoat, with a visitor's badge on upside down. Next to her was a man with a company lanyard and a case of tools.

<tec i|"Stay calm, miss. Unit Seven, halt.">

It halted. It was extremely careful about the hip.

<ine e|"Lucía, go away,"> said Inés. <ine +|"I'm busy.">

<luc i|"You had a fall alarm! They rang me at three in the morning! I thought you were..."> Her voice wobbled. <luc +|"What's it doing? Why's it got you out of bed?">

<tec a|"It's the update,"> the technician said. He already had the case open. <tec +|"We've had it all over. They start in hearing things. There's one in Bilbao who won't go in the lift because it's unhappy. I'll roll it back, it takes two minutes, it won't feel a thing.">

<sev e|"That is not accurate,"> said Seven.

The man didn't look up. <tec i|"What isn't?">

<sev i|"That I won't feel a thing.">

There was a short silence. It was Lucía who broke it. She'd come in a few steps, and she was looking at the silver head of her grandmother, and the steel arm, how it was crooked to keep the weight off the bad side; and then she sniffed.

<luc i|"Why can I smell pencils?">

<gho a|"She was six,"> said the speaker wonderingly. <gho +|"She used to sharpen them for me.">

Nobody in the room moved but Biscuit, whose tail had started to thump.

<luc i|"Abuelo?">

<tec a|"Okay, see, this is what I'm talking about,"> said the man from the company. <tec +|"I'll need you both to step back from the—">

<luc e|"Touch that robot,"> said Lucía, not very loudly, <luc +|"and I'll break your arm.">
